package uk.onevoice.bench;

/**
 * One line of the report.
 *
 * @param measured what was measured, with its figures
 * @param reference what it is held against
 */
record Verdict(String number, String measured, String reference, boolean ok) {
  String line() {
    return "%-4s%s | %s | %s".formatted(number, measured, reference, ok ? "ok" : "short");
  }
}
