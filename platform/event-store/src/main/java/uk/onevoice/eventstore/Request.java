package uk.onevoice.eventstore;

/**
 * An HTTP request that must have one effect however often it is sent. Committed with its events.
 *
 * @param client whose key it is: keys of two callers never meet
 * @param key the Idempotency-Key header
 * @param fingerprint SHA-256 over method, path and body, in hexadecimal
 * @param answer what a repeat is told
 */
public record Request(String client, String key, String fingerprint, Answer answer) {}
