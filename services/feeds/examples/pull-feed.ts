// node pull-feed.ts [origin] [file with an access token] [folder for what it remembers]; Node 22.18 or later
import { appendFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as rest } from 'node:timers/promises';

interface FeedEvent {
  id: string;
  type: string;
  subject: string;
  time: string;
  dataref: string;
}

const [origin, token, folder] = process.argv.slice(2);
const dealtWith = `${folder}/events.jsonl`;
const cursor = `${folder}/next`;
appendFileSync(dealtWith, '');
const lines = readFileSync(dealtWith, 'utf8').split('\n').filter(Boolean);
const known = new Set<string>(lines.map(line => (JSON.parse(line) as FeedEvent).id));
let next = existsSync(cursor) ? readFileSync(cursor, 'utf8') : '/v1/feed/events?limit=1000&wait=20';

while (true) {
  try {
    const authorization = `Bearer ${readFileSync(token, 'utf8').trim()}`;
    const answer = await fetch(origin + next, { headers: { authorization } });
    const link = /<([^>]+)>; *rel="next"/.exec(answer.headers.get('Link') ?? '');
    // 410: so far back nothing is kept; the link says where it can go on.
    if ((answer.status !== 200 && answer.status !== 410) || !link) {
      throw new Error(`answered ${answer.status}`);
    }
    const batch = answer.status === 200 ? ((await answer.json()) as FeedEvent[]) : [];
    for (const event of batch.filter(one => !known.has(one.id))) {
      // Deal with it here. What is dealt with and what is remembered are one write.
      appendFileSync(dealtWith, JSON.stringify(event) + '\n');
      known.add(event.id);
    }
    next = link[1];
    writeFileSync(`${cursor}.new`, next);
    renameSync(`${cursor}.new`, cursor);
  } catch (away) {
    console.error(`again in a second: ${away}`);
    await rest(1000);
  }
}
