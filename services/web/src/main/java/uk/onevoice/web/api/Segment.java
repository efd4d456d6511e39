package uk.onevoice.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Values written so that they stay one part of an address, whatever they hold. */
public final class Segment {
  private Segment() {}

  public static String of(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
