export interface WebAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Something that can be read at a path; one that throws is answered as a failure, without its words. */
export interface WebPage {
  /** With a slash before it. */
  readonly path: string;
  read(): Promise<WebAnswer>;
}

export interface WebServer {
  /** Where it listens. */
  readonly port: number;
  /** Also ends the connections that are open. */
  close(): Promise<void>;
}
