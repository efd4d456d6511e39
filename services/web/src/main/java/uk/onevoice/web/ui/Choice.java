package uk.onevoice.web.ui;

import org.jspecify.annotations.Nullable;

/** One answer of radios or a select. */
public record Choice(String value, String text, @Nullable String hint) {
  public Choice(String value, String text) {
    this(value, text, null);
  }
}
