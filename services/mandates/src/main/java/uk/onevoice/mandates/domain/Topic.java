package uk.onevoice.mandates.domain;

/** What a mandate is about, as the slug of a controlled list: {@code community-services}. */
public record Topic(String value) {
  public Topic {
    if (value.length() > 120 || !value.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "A topic is written in small letters, digits and single hyphens.");
    }
  }
}
