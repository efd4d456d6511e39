// node webhook-receiver.ts [port] [file with the key: whsec_…] [folder for what it remembers]; Node 22.18 or later
import { createHmac, timingSafeEqual } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';

const [port, keyFile, folder] = process.argv.slice(2);
const key = Buffer.from(readFileSync(keyFile, 'utf8').trim().slice('whsec_'.length), 'base64');
const dealtWith = `${folder}/events.jsonl`;
const text = existsSync(dealtWith) ? readFileSync(dealtWith, 'utf8') : '';
// A line without an end was being written when it died, and is rung again.
const whole = text.slice(0, text.lastIndexOf('\n') + 1);
if (whole !== text) writeFileSync(dealtWith, whole);
const known = new Set(whole.split('\n').filter(Boolean).map(line => JSON.parse(line).id));

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const id = header(request, 'webhook-id');
  if (request.method === 'OPTIONS') {
    // Yes, whoever asks from there may ring here (CloudEvents, abuse protection).
    response.setHeader('WebHook-Allowed-Origin', header(request, 'webhook-request-origin'));
    response.setHeader('WebHook-Allowed-Rate', '600'); // A minute; or *, as many as come.
    response.writeHead(200).end();
  } else if (!isSigned(request, body)) {
    response.writeHead(401).end();
  } else {
    if (!known.has(id)) {
      // Deal with it here and remember its id, both or neither: one transaction, or as here one line.
      appendFileSync(dealtWith, `${body}\n`);
      known.add(id);
    }
    response.writeHead(204).end();
  }
}).listen(Number(port), '127.0.0.1');

function header(request: IncomingMessage, name: string): string {
  return String(request.headers[name] ?? '');
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const timestamp = header(request, 'webhook-timestamp');
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp || NaN)) <= 300)) return false; // Kept to ring again?
  const told = Buffer.concat([Buffer.from(`${header(request, 'webhook-id')}.${timestamp}.`), body]);
  const own = Buffer.from(`v1,${createHmac('sha256', key).update(told).digest('base64')}`);
  // While keys change there are two signatures: one of them is of ours.
  return header(request, 'webhook-signature')
    .split(' ')
    .map(signature => Buffer.from(signature))
    .some(signature => signature.length === own.length && timingSafeEqual(signature, own));
}
