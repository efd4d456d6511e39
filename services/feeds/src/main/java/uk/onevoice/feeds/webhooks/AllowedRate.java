package uk.onevoice.feeds.webhooks;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code WebHook-Allowed-Rate}, as CloudEvents' abuse protection has it. */
final class AllowedRate {
  private static final Pattern NUMBER = Pattern.compile("0*([1-9][0-9]*)");

  /** More digits than these limit nobody. */
  private static final int DIGITS = 9;

  private AllowedRate() {}

  /** Whether it can be read: a whole number above zero, an asterisk, or nothing at all. */
  static boolean isReadable(@Nullable String said) {
    return said == null || said.strip().equals("*") || NUMBER.matcher(said.strip()).matches();
  }

  /** Rings a minute; null where there is no limit. */
  static @Nullable Integer perMinute(@Nullable String said) {
    if (said == null) {
      return null;
    }
    var number = NUMBER.matcher(said.strip());
    return number.matches() && number.group(1).length() <= DIGITS
        ? Integer.valueOf(number.group(1))
        : null;
  }
}
