package uk.onevoice.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the services answer about what is kept of a person, and what the person has asked for. */
public interface PeopleRights {
  record Rights(
      String personId,
      boolean restricted,
      @Nullable Erasure erasure,
      List<Request> requests,
      List<Export> exports) {}

  record Erasure(Instant requestedAt, List<Part> services) {}

  /**
   * @param at null while the service has not answered
   */
  record Part(String service, @Nullable String href, @Nullable Instant at) {}

  /**
   * @param outcome null while it is open
   */
  record Request(
      String requestId,
      String right,
      @Nullable String words,
      Instant requestedAt,
      LocalDate due,
      @Nullable String outcome,
      @Nullable Instant settledAt) {}

  record Export(String exportId, Instant requestedAt, LocalDate due, List<Part> services) {}

  record OpenRequest(
      String requestId, String personId, String right, Instant requestedAt, LocalDate due) {}

  record OpenRequests(List<OpenRequest> items, @Nullable String next) {}

  record Record(String service, List<Words> words, Mentions mentions) {}

  record Words(
      String wordsRef,
      String kind,
      String words,
      Instant writtenAt,
      @Nullable Instant rectifiedAt,
      @Nullable String beside,
      boolean restricted) {}

  record Mentions(List<Mention> items, @Nullable String next) {}

  record Mention(String type, Instant occurredAt, String part) {}

  record Ask(String right, @Nullable String words) {}

  record Typed(String words) {}

  record Outcome(String outcome) {}
}
