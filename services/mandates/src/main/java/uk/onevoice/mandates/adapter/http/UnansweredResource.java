package uk.onevoice.mandates.adapter.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.directory.Role;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.adapter.registry.Registry;
import uk.onevoice.mandates.adapter.store.Unanswered;
import uk.onevoice.mandates.adapter.store.Unanswered.Question;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateId;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.PracticeId;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.Topic;
import uk.onevoice.mandates.domain.Version;
import uk.onevoice.security.CurrentActor;
import uk.onevoice.security.Permission;
import uk.onevoice.service.command.Today;
import uk.onevoice.service.listing.Page;
import uk.onevoice.service.listing.PageRequest;

/** What waits for an answer of the caller's practices: so a reminder reaches somebody. */
@Path("/v1/mandates/unanswered")
@RunOnVirtualThread
class UnansweredResource {
  private final Unanswered unanswered;
  private final MandateDesk desk;
  private final MandateLists lists;
  private final Registry registry;
  private final CurrentActor actor;
  private final Today today;

  UnansweredResource(
      Unanswered unanswered,
      MandateDesk desk,
      MandateLists lists,
      Registry registry,
      CurrentActor actor,
      Today today) {
    this.unanswered = unanswered;
    this.desk = desk;
    this.lists = lists;
    this.registry = registry;
    this.actor = actor;
    this.today = today;
  }

  /**
   * @param askedOn null where nobody said
   * @param answerBy the last day on which an answer counts
   * @param reason why practices are asked again; null for a first version
   * @param remindedOn the last time; null for never
   */
  record UnansweredView(
      MandateId mandateId,
      PlaceId placeId,
      PracticeId practiceId,
      int version,
      Version.@Nullable Why reason,
      Topic topic,
      @Nullable String topicNow,
      OrganisationId holderId,
      Label holderRole,
      @Nullable LocalDate askedOn,
      LocalDate answerBy,
      @Nullable LocalDate remindedOn,
      int reminders,
      boolean answeredBefore) {}

  @GET
  @Permission("listUnanswered")
  public Page<UnansweredView> ofCaller(
      @QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
    PageRequest request = PageRequest.of(after, limit);
    LocalDate day = today.get();
    Map<PracticeId, PlaceId> own = ownPractices(day);
    Asking asking = new Asking(own.keySet(), day);
    List<UnansweredView> items = new ArrayList<>();
    @Nullable String last = request.after();
    List<Question> part;
    do {
      part = unanswered.of(own, day, last, request.limit() + 1);
      for (Question question : part) {
        Optional<Opened> mandate = asking.still(question);
        if (mandate.isPresent()) {
          if (items.size() == request.limit()) {
            return new Page<>(items, last);
          }
          items.add(view(question, mandate.get()));
        }
        last = question.cursor();
      }
    } while (part.size() > request.limit());
    return new Page<>(items, null);
  }

  private Map<PracticeId, PlaceId> ownPractices(LocalDate day) {
    Map<PracticeId, PlaceId> own = new HashMap<>();
    for (var holding : actor.get().holdings(Role.PRACTICE_PARTNER)) {
      if (holding.organisation() != null) {
        PracticeId practice = new PracticeId(holding.organisation().value());
        @Nullable PlaceId place = registry.placeOf(practice, day);
        if (place != null) {
          own.put(practice, place);
        }
      }
    }
    return own;
  }

  /** Mandates as they stand, each looked at once. */
  private final class Asking {
    private final Set<PracticeId> own;
    private final LocalDate day;
    private final Map<UUID, Opened> mandates = new HashMap<>();
    private final Map<UUID, Set<PracticeId>> asked = new HashMap<>();

    private Asking(Set<PracticeId> own, LocalDate day) {
      this.own = own;
      this.day = day;
    }

    /** The mandate, where the practice is asked for just this version and has not answered. */
    Optional<Opened> still(Question question) {
      UUID id = question.mandateId().value();
      Opened mandate = mandates.computeIfAbsent(id, desk::opened);
      return mandate.newest().number() == question.version()
              && mandate.newest().isSilent(question.practiceId())
              && asked
                  .computeIfAbsent(id, _ -> registry.asked(mandate, own, day))
                  .contains(question.practiceId())
          ? Optional.of(mandate)
          : Optional.empty();
    }
  }

  private UnansweredView view(Question question, Opened mandate) {
    Version version = mandate.newest();
    @Nullable Terms terms = version.terms();
    var opening = mandate.opening();
    @Nullable UUID topicId =
        terms == null ? opening.topicId() : terms.topics().getFirst().topicId();
    List<LocalDate> reminders = version.remindersOf(question.practiceId());
    return new UnansweredView(
        mandate.id(),
        opening.placeId(),
        question.practiceId(),
        version.number(),
        version.reason(),
        terms == null ? opening.topic() : terms.topics().getFirst().topic(),
        lists.labelNow(topicId),
        terms == null ? opening.holderId() : terms.holder().organisationId(),
        terms == null ? opening.holderRole() : terms.holder().label(),
        version.askedOn(),
        version.end().minusDays(1),
        reminders.isEmpty() ? null : reminders.getFirst(),
        reminders.size(),
        question.answeredBefore());
  }
}
