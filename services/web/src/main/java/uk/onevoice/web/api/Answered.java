package uk.onevoice.web.api;

import org.jspecify.annotations.Nullable;

/**
 * What an API answered, with the version of what it speaks about: a form sends it back, so that
 * nothing is overwritten that its reader has not seen.
 */
public record Answered<T>(T body, @Nullable String etag) {}
