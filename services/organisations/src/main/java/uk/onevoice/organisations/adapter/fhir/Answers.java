package uk.onevoice.organisations.adapter.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.problem.OperationOutcomes;
import uk.onevoice.service.problem.Problem;

/** Answers in FHIR's words. */
@ApplicationScoped
class Answers {
  static final String MEDIA_TYPE = OperationOutcomes.MEDIA_TYPE;

  private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME;

  private final Today today;
  private final FhirSettings settings;
  private final LogReader log;

  Answers(Today today, FhirSettings settings, LogReader log) {
    this.today = today;
    this.settings = settings;
    this.log = log;
  }

  static String etag(Version version) {
    return "W/\"" + version.number() + "\"";
  }

  Response json(ObjectNode json) {
    return Response.ok(json.toString()).type(MEDIA_TYPE).build();
  }

  /** The bundle in which an answer of several resources goes. */
  Bundle bundle() {
    return new Bundle(settings.base(), today.get());
  }

  /**
   * A resource as it is now.
   *
   * @param versions of it, in their order
   */
  Response read(List<Version> versions, Question question, HttpHeaders headers) {
    if (versions.isEmpty()) {
      throw Problem.notFound().exception();
    }
    return one(versions.getLast(), question, headers);
  }

  /**
   * A resource as one of its versions has it, with the same words as in its history.
   *
   * @param versions of it
   */
  Response version(List<Version> versions, String number, Question question, HttpHeaders headers) {
    return one(
        versions.stream()
            .filter(version -> Long.toString(version.number()).equals(number))
            .findFirst()
            .orElseThrow(() -> Problem.notFound().exception()),
        question,
        headers);
  }

  private Response one(Version version, Question question, HttpHeaders headers) {
    var subset = Subset.ofOne(question);
    var content = version.content();
    if (content == null) {
      throw Problem.of(410, "gone", "This was withdrawn: it never was so.")
          .header(HttpHeaders.ETAG, etag(version))
          .exception();
    }
    var response =
        isKnown(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH), version)
                && !version.hasChangedByItself(today.get())
            ? Response.notModified()
            : Response.ok(subset.of(ResourceJson.of(version, content, today.get())).toString())
                .type(MEDIA_TYPE);
    return response
        .header(HttpHeaders.ETAG, etag(version))
        .header(
            HttpHeaders.LAST_MODIFIED,
            HTTP_DATE.format(version.recordedAt().atOffset(ZoneOffset.UTC)))
        .build();
  }

  /** Weakly compared: the same version is the same resource. */
  private static boolean isKnown(@Nullable String ifNoneMatch, Version version) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(",", -1))
            .map(String::strip)
            .anyMatch(tag ->
                tag.equals("*")
                    || tag.replaceFirst("^W/", "").equals("\"" + version.number() + "\""));
  }

  /** A page of the versions of one resource, newest first. */
  Response history(String path, Question question, List<Version> versions) {
    if (versions.isEmpty()) {
      throw Problem.notFound().exception();
    }
    var since = since(question);
    var after = place(question.cursor());
    boolean oldestFirst = oldestFirst(question);
    var wanted =
        (oldestFirst ? versions : versions.reversed())
            .stream()
                .filter(version -> since == null || !version.recordedAt().isBefore(since.from()))
                .filter(version ->
                    after == null
                        || (oldestFirst
                            ? version.number() > after.number()
                            : version.number() < after.number()))
                .toList();
    return page(path, question, wanted);
  }

  /** A page of the changes of all resources of a type. */
  Response history(ResourceType type, Question question) {
    var since = since(question);
    var after = place(question.cursor());
    if (after != null && !type.isToldBy(after.stream())) {
      throw Cursor.invalid();
    }
    var changes =
        log.changes(
            type,
            since == null ? null : since.from(),
            after,
            oldestFirst(question),
            question.count() + 1);
    return page(type.fhirName() + "/_history", question, changes);
  }

  private Response page(String path, Question question, List<Version> from) {
    int count = question.count();
    var here = from.subList(0, Math.min(count, from.size()));
    var next = from.size() > count && count > 0 ? after(here.getLast()) : null;
    return json(bundle().changed(path, question, here, next));
  }

  private static Cursor after(Version version) {
    return new Cursor(version.stream(), Long.toString(version.number()));
  }

  private static LogReader.@Nullable After place(@Nullable Cursor cursor) {
    if (cursor == null) {
      return null;
    }
    if (!cursor.second().matches("[0-9]{1,18}")) {
      throw Cursor.invalid();
    }
    return new LogReader.After(cursor.first(), Long.parseLong(cursor.second()));
  }

  private static @Nullable Moment since(Question question) {
    var since = question.one("_since");
    if (since == null) {
      return null;
    }
    var moment = Moment.read("_since", since);
    if (moment.comparison() != Moment.Comparison.EQ || since.startsWith("eq")) {
      throw Problem.invalid("query:_since", "must be an instant such as 2026-11-25T09:30:00Z.")
          .exception();
    }
    return moment;
  }

  /** FHIR's histories begin with the newest; who follows the log wants it in its own order. */
  private static boolean oldestFirst(Question question) {
    var sort = question.one("_sort");
    if (sort != null && !sort.equals("_lastUpdated") && !sort.equals("-_lastUpdated")) {
      throw Problem.invalid("query:_sort", "must be _lastUpdated or -_lastUpdated.").exception();
    }
    return "_lastUpdated".equals(sort);
  }
}
