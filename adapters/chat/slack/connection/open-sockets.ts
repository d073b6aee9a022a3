import type { Connection, Ways } from './connection.ts';
import { keepSocket, type SocketOptions } from './keep-socket.ts';

/** Two, because Slack closes each now and then: while one is opened again, the other listens. */
const SOCKETS = 2;

export interface SocketsOptions extends Omit<SocketOptions, 'onChange' | 'signal'> {
  readonly onWays: (ways: Ways) => void;
}

/** Resolves when the first attempts have ended, whether or not they succeeded; `problem` is that of a token. */
export async function openSockets({ onWays, ...options }: SocketsOptions): Promise<Connection> {
  const stopping = new AbortController();
  let openWays = 0;
  const onChange = (isOpen: boolean) => {
    openWays += isOpen ? 1 : -1;
    onWays({ openWays, wantedWays: SOCKETS });
  };
  onWays({ openWays, wantedWays: SOCKETS });
  const sockets = Array.from({ length: SOCKETS }, () =>
    keepSocket({ ...options, onChange, signal: stopping.signal }),
  );
  const problems = await Promise.all(sockets.map(({ firstProblem }) => firstProblem));
  return {
    problem: problems.find((problem) => problem !== null) ?? null,
    async close() {
      stopping.abort();
      await Promise.all(sockets.map(({ ended }) => ended));
    },
  };
}
