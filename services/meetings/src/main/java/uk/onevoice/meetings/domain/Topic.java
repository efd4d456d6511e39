package uk.onevoice.meetings.domain;

import java.util.Locale;

/** What an item is about, as the slug of a controlled list: {@code community-services}. */
public record Topic(String value) {
  public Topic {
    if (value.length() > 120 || !value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "A topic is written in small letters, digits and single hyphens.");
    }
  }

  /** The topic of an ICS's list that is called so. */
  public static Topic called(String label) {
    String slug = label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    slug = slug.replaceAll("^-|-$", "");
    return new Topic(slug.isEmpty() ? "topic" : slug);
  }
}
