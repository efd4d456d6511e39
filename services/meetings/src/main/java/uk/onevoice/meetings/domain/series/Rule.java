package uk.onevoice.meetings.domain.series;

/**
 * When a series meets again: a recurrence rule of RFC 5545 by whole days, as it stands after {@code
 * RRULE:}. What days it gives is worked out where the rule comes in.
 */
public record Rule(String value) {
  public static final int LONGEST = 200;

  public Rule {
    if (value.length() > LONGEST
        || !value.matches("FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*")) {
      throw new IllegalArgumentException(
          "must be a recurrence rule of RFC 5545 by days, as FREQ=MONTHLY;BYDAY=2TU");
    }
  }
}
