package uk.onevoice.web.ui;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A topic is a slug between services and words on a page. */
public final class Topic {
  private Topic() {}

  /** community-services is written community services. */
  public static String words(String slug) {
    return slug.replace('-', ' ');
  }

  /** In the middle of a sentence: as the list of the ICS calls it, else in the slug's words. */
  public static String words(String slug, @Nullable String label) {
    if (label == null) {
      return words(slug);
    }
    boolean abbreviated = label.length() > 1 && !Character.isLowerCase(label.charAt(1));
    return abbreviated ? label : Character.toLowerCase(label.charAt(0)) + label.substring(1);
  }

  /** The list of the ICS may call it something else today than on the day it was named. */
  public static String nowCalled(String slug, @Nullable String now) {
    return now == null || slug(now).equals(slug) ? "" : " (now called " + now + ")";
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
