package uk.onevoice.mandates.adapter.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.onevoice.eventstore.CommandHandler;
import uk.onevoice.mandates.domain.ListedTopic;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateCommand;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.MandateRejection;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.Version;

/** Reads what is asked of mandates from the mandates themselves. */
@ApplicationScoped
class MandatesInLog implements MandateFacts {
  private static final int READ_AT_ONCE = 200;

  private final CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates;
  private final OpenedMandates opened;

  MandatesInLog(
      CommandHandler<MandateCommand, Mandate, MandateEvent, MandateRejection> mandates,
      OpenedMandates opened) {
    this.mandates = mandates;
    this.opened = opened;
  }

  @Override
  public Optional<Known> find(MandateId id, LocalDate day) {
    return there(id).map(mandate -> known(mandate, day));
  }

  @Override
  public List<Known> onTopics(LocalDate day) {
    List<Known> found = new ArrayList<>();
    @Nullable MandateId last = null;
    List<MandateId> part;
    do {
      part = opened.page(null, last, READ_AT_ONCE);
      for (MandateId id : part) {
        there(id)
            .filter(mandate -> !isOver(mandate.on(day)))
            .map(mandate -> known(mandate, day))
            .filter(known -> !known.topicIds().isEmpty())
            .ifPresent(found::add);
        last = id;
      }
    } while (part.size() == READ_AT_ONCE);
    return found;
  }

  private static boolean isOver(Mandate.State state) {
    return switch (state) {
      case EXPIRED, ENDED -> true;
      case ASKED, IN_FORCE, AT_RISK, SUSPENDED -> false;
    };
  }

  private Optional<Opened> there(MandateId id) {
    return mandates.current(MandateLog.stream(id)).state() instanceof Opened mandate
        ? Optional.of(mandate)
        : Optional.empty();
  }

  private static Known known(Opened mandate, LocalDate day) {
    var opening = mandate.opening();
    @Nullable Terms terms = mandate.version().terms();
    return new Known(
        mandate.id(),
        opening.placeId(),
        terms == null ? opening.holderId() : terms.holder().organisationId(),
        topicIds(mandate),
        mandate.on(day).isInForce());
  }

  private static List<UUID> topicIds(Opened mandate) {
    @Nullable UUID only = mandate.opening().topicId();
    return mandate.version().terms() == null
        ? only == null ? List.of() : List.of(only)
        : Stream.of(mandate.version(), mandate.newest())
            .map(Version::terms)
            .flatMap(Stream::ofNullable)
            .flatMap(terms -> terms.topics().stream())
            .map(ListedTopic::topicId)
            .distinct()
            .toList();
  }
}
