package uk.onevoice.eventstore;

/**
 * By which a repeated request is recognised.
 *
 * @param client whose key it is: keys of two callers never meet
 * @param key the Idempotency-Key header
 * @param fingerprint SHA-256 over method, path and body, in hexadecimal
 */
public record IdempotencyKey(String client, String key, String fingerprint) {}
