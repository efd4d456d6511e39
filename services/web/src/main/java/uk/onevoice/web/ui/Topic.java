package uk.onevoice.web.ui;

import java.text.Normalizer;
import java.util.Locale;

/** A topic is a slug between services and words on a page. */
public final class Topic {
  private Topic() {}

  /** community-services is written community services. */
  public static String words(String slug) {
    return slug.replace('-', ' ');
  }

  /** Community Services! becomes community-services; empty if nothing is left. */
  public static String slug(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.UK)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
