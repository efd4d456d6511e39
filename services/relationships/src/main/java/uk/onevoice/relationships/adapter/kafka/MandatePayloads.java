package uk.onevoice.relationships.adapter.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.EventJson;
import uk.onevoice.messaging.HeardEvent;
import uk.onevoice.messaging.Unappliable;
import uk.onevoice.relationships.domain.OrganisationId;
import uk.onevoice.relationships.domain.PlaceId;
import uk.onevoice.relationships.domain.mandate.KnownMandate.Version;

/** The properties of mandates' events that are read here, and no others. */
final class MandatePayloads {
  private MandatePayloads() {}

  record OfAny(UUID mandateId) {}

  record Opened(
      UUID mandateId,
      PlaceId placeId,
      OrganisationId holderId,
      LocalDate start,
      LocalDate end,
      @Nullable UUID topicId,
      @Nullable Terms terms) {
    /** Asked for in one step: held by a body, on at most one topic. */
    Version ofOneStep() {
      return new Version(
          1, topicId == null ? List.of() : List.of(topicId), holderId, null, start, end);
    }
  }

  record Asked(int version, Terms terms) {}

  record Terms(List<Topic> topics, Holder holder, LocalDate start, LocalDate end) {
    Version version(int number) {
      return new Version(
          number,
          topics.stream().map(Topic::topicId).toList(),
          holder.organisationId(),
          holder.role(),
          start,
          end);
    }
  }

  record Topic(UUID topicId) {}

  record Holder(OrganisationId organisationId, String role) {}

  record OfVersion(int version, LocalDate on) {}

  record OfDay(LocalDate on) {}

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
