package uk.onevoice.meetings.adapter.calendar;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.ScriptableObject;

/**
 * ical.js, with which calendars in browsers read: another author's reading of RFC 5545, by the
 * clocks that the calendar itself brings.
 */
final class IcalJs {
  private static final String READ =
      """
      var ICAL = module.exports.default || module.exports;
      ICAL.design.strict = true;
      var calendar = new ICAL.Component(ICAL.parse(text));
      calendar.getAllSubcomponents('vevent').map(function (each) {
        var event = new ICAL.Event(each);
        var zone = event.startDate.zone;
        return [event.uid, event.startDate.toUnixTime(), event.endDate.toUnixTime(), event.sequence,
          each.getFirstPropertyValue('status'), event.startDate.isDate,
          zone && zone.component ? zone.tzid : ''].join(' ');
      }).join('\\n') + '|' + (calendar.getFirstPropertyValue('method') || '');
      """;

  /**
   * @param zone the clock of its start when the calendar explains it; empty otherwise
   */
  record Event(
      String uid,
      Instant start,
      Instant end,
      int sequence,
      String status,
      boolean wholeDay,
      String zone) {}

  record Read(List<Event> events, String method) {}

  private IcalJs() {}

  static Read read(String text) {
    try (Context context = Context.enter()) {
      context.setLanguageVersion(Context.VERSION_ES6);
      context.setInterpretedMode(true);
      ScriptableObject scope = context.initSafeStandardObjects();
      context.evaluateString(
          scope, "var exports = {}, module = {exports: exports};", "it", 1, null);
      context.evaluateString(scope, library(), "ical.js", 1, null);
      ScriptableObject.putProperty(scope, "text", text);
      String[] found =
          context.evaluateString(scope, READ, "read", 1, null).toString().split("\\|", -1);
      return new Read(found[0].lines().map(IcalJs::event).toList(), found[1]);
    }
  }

  private static Event event(String line) {
    String[] part = line.split(" ", -1);
    return new Event(
        part[0],
        Instant.ofEpochSecond(Long.parseLong(part[1])),
        Instant.ofEpochSecond(Long.parseLong(part[2])),
        Integer.parseInt(part[3]),
        part[4],
        Boolean.parseBoolean(part[5]),
        part[6]);
  }

  private static String library() {
    try (var in = requireNonNull(IcalJs.class.getResourceAsStream("/ical-js/ical.es5.min.cjs"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
