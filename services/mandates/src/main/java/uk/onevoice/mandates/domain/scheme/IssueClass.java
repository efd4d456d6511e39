package uk.onevoice.mandates.domain.scheme;

import java.util.Locale;
import uk.onevoice.kernel.Label;

/** A class of issues: its name in small letters with hyphens, {@code enhanced-services}. */
public record IssueClass(String value) {
  public IssueClass {
    if (value.length() > 120 || !value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "A class of issues is written in small letters, digits and single hyphens.");
    }
  }

  /** The class that is called so, however it is written. */
  public static IssueClass called(Label name) {
    String slug = name.value().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    slug = slug.replaceAll("^-|-$", "");
    return new IssueClass(slug.isEmpty() ? "class" : slug);
  }
}
