import { expect, it } from 'vitest';
import { scheduleWords } from '../../src/messages/schedule-words.ts';
import { wordsIn } from '../../src/messages/words-in.ts';

it.each([
  ['0 8 * * *', 'every day at 08:00'],
  ['0 8,18 * * *', 'every day at 08:00 and 18:00'],
  ['30 7 * * 1-5', 'Monday to Friday at 07:30'],
  ['0 9 * * mon,wed,fri', 'every Monday, Wednesday and Friday at 09:00'],
  ['0 9 1,15 * *', 'on day 1 and 15 of every month at 09:00'],
  ['0 9 1 jan *', 'at the times of "0 9 1 jan *"'],
  ['*/30 * * * *', 'at the times of "*/30 * * * *"'],
])('says of "%s": %s', (cron, words) => {
  expect(scheduleWords({ timing: { kind: 'schedule', cron }, zone: 'Asia/Almaty' }, wordsIn('en'))).toBe(
    `${words} (Asia/Almaty)`,
  );
});
