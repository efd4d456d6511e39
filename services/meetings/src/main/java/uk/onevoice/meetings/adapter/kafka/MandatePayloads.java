package uk.onevoice.meetings.adapter.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.meetings.domain.OrganisationId;
import uk.onevoice.meetings.domain.PlaceId;
import uk.onevoice.meetings.domain.mandate.Held;
import uk.onevoice.meetings.domain.mandate.KnownInvocation;
import uk.onevoice.meetings.domain.mandate.KnownMandate.Version;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;

/** The properties of mandates' events that are read here, and no others. */
final class MandatePayloads {
  private MandatePayloads() {}

  record Opened(
      UUID mandateId,
      PlaceId placeId,
      @Nullable String board,
      OrganisationId holderId,
      LocalDate start,
      LocalDate end,
      @Nullable UUID topicId,
      @Nullable Integer version,
      @Nullable Terms terms) {
    /** Asked for in one step: held by a body, at every table unless it names a board in words. */
    Version ofOneStep() {
      return new Version(
          1,
          topicId == null ? List.of() : List.of(topicId),
          board == null,
          List.of(),
          new Held(holderId, null),
          Set.of(),
          null,
          null,
          start,
          end);
    }
  }

  record Asked(UUID mandateId, int version, Terms terms) {}

  record Terms(
      List<Topic> topics,
      List<Table> tables,
      Holder holder,
      List<Holder> alternates,
      List<Limit> limits,
      int briefingDays,
      int reportBackDays,
      LocalDate start,
      LocalDate end) {
    Version version(int number) {
      return new Version(
          number,
          topics.stream().map(Topic::topicId).toList(),
          tables.isEmpty(),
          tables.stream().map(Table::forumId).toList(),
          holder.held(),
          limits.stream().map(Limit::kind).collect(Collectors.toSet()),
          briefingDays,
          reportBackDays,
          start,
          end);
    }

    List<Held> standIns() {
      return alternates.stream().map(Holder::held).toList();
    }
  }

  record Topic(UUID topicId) {}

  record Table(UUID forumId) {}

  record Holder(OrganisationId organisationId, String role) {
    Held held() {
      return new Held(organisationId, role);
    }
  }

  record Limit(String kind) {}

  record OfVersion(UUID mandateId, int version, LocalDate on) {}

  record OfMandate(UUID mandateId, LocalDate on) {}

  record Alternate(UUID mandateId, Holder alternate, LocalDate on) {}

  record Answered(UUID mandateId, String practiceId, @Nullable Integer version, LocalDate on) {
    int versionOr1() {
      return version == null ? 1 : version;
    }
  }

  record Invoked(
      UUID mandateId,
      UUID invocationId,
      KnownInvocation.Act act,
      KnownInvocation.State verdict,
      UUID topicId,
      @Nullable UUID forumId,
      @Nullable UUID meetingId,
      @Nullable UUID itemId,
      LocalDate on) {}

  record OfInvocation(UUID mandateId, UUID invocationId) {}

  static <T> T read(HeardEvent event, Class<T> type) {
    try {
      T read = EventJson.mapper().readValue(event.payload(), type);
      if (read == null) {
        throw new Unappliable(event, "payload is null");
      }
      return read;
    } catch (JsonProcessingException unreadable) {
      throw new Unappliable(event, "payload does not fit " + event.type());
    }
  }
}
