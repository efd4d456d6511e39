// Reads a list of messages, [{binding: 'HTTP' or 'Kafka', headers, body, key}], as JSON from the standard input.
// Writes, for each, what the SDK makes of it: {events: [...]}, or {refused: why}.
globalThis.self ??= globalThis; // The bundle is one for browsers.
const { HTTP, Kafka } = require('./cloudevents.js');
const { readFileSync } = require('node:fs');

const read = ({ binding, headers, body, key }) =>
  binding === 'Kafka' ? Kafka.toEvent({ headers, key, value: body, body }) : HTTP.toEvent({ headers, body });

const answer = message => {
  try {
    const events = [read(message)].flat();
    // Strictly: what is no CloudEvent by the specification's schema is thrown out here.
    events.forEach(event => event.validate());
    return { events: events.map(event => event.toJSON()) };
  } catch (refusal) {
    return { refused: refusal.message };
  }
};

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(answer)));
