package uk.onevoice.mandates.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.PartnerEvent;
import uk.onevoice.kernel.PartnerEvent.Audience;
import uk.onevoice.mandates.domain.ConsentEvent;
import uk.onevoice.mandates.domain.DraftEvent;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.LifeEvent;
import uk.onevoice.mandates.domain.ListedTopic;
import uk.onevoice.mandates.domain.Mandate;
import uk.onevoice.mandates.domain.Mandate.Opened;
import uk.onevoice.mandates.domain.MandateEvent;
import uk.onevoice.mandates.domain.MandateEvent.MandateOpened;
import uk.onevoice.mandates.domain.OrganisationId;
import uk.onevoice.mandates.domain.PlaceId;
import uk.onevoice.mandates.domain.Stage;
import uk.onevoice.mandates.domain.Table;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.UseEvent;
import uk.onevoice.mandates.domain.position.Position;
import uk.onevoice.mandates.domain.position.Position.Taken;
import uk.onevoice.mandates.domain.position.PositionEvent;
import uk.onevoice.mandates.domain.position.PositionEvent.DissentRecorded;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionAgreed;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionCommented;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionProposed;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionPublished;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionRevised;
import uk.onevoice.mandates.domain.position.PositionEvent.PositionWithdrawn;

/**
 * What partners are told of mandates and positions; of everything else here, nothing. How practices
 * answered, whether that still suffices, what they are asked for now and what stays private is
 * never told, nor is that it changed.
 */
public final class PartnerLanguage {
  /** To raise when the same events would be told otherwise. */
  public static final int EDITION = 1;

  private PartnerLanguage() {}

  public static List<PartnerEvent> of(Mandate before, MandateEvent event) {
    return switch (event) {
      case DraftEvent _, ConsentEvent _, UseEvent _ -> List.of();
      case MandateOpened _ -> changes(before, event);
      case LifeEvent life ->
          switch (life) {
            case LifeEvent.MandateActivated _,
                LifeEvent.MandateSuspended _,
                LifeEvent.SuspensionLifted _,
                LifeEvent.MandateExpired _,
                LifeEvent.MandateEnded _,
                LifeEvent.AlternateNamed _,
                LifeEvent.AlternateStoodDown _,
                LifeEvent.ConfirmationNeeded _,
                LifeEvent.MandateConfirmed _ ->
                changes(before, event);
            case LifeEvent.VersionAsked _,
                LifeEvent.VersionWithdrawn _,
                LifeEvent.MandateEndorsed _,
                LifeEvent.HolderAccepted _,
                LifeEvent.MandateAtRisk _,
                LifeEvent.MandateRestored _ ->
                List.of();
          };
    };
  }

  public static List<PartnerEvent> of(Position before, PositionEvent event) {
    return switch (event) {
      case PositionPublished(var id, var place, _, _, var topic, _, _, _, _, _) ->
          List.of(position(PartnerEvent.Type.GP_POSITION_PUBLISHED, id.value(), place, topic));
      case PositionWithdrawn(var id, var place, _, _) ->
          before instanceof Taken taken && taken.inPublic().isPresent()
              ? List.of(
                  position(
                      PartnerEvent.Type.GP_POSITION_WITHDRAWN,
                      id.value(),
                      place,
                      taken.terms().topicId()))
              : List.of();
      case PositionProposed _,
          PositionRevised _,
          PositionAgreed _,
          PositionCommented _,
          DissentRecorded _ ->
          List.of();
    };
  }

  private static PartnerEvent position(
      PartnerEvent.Type type, UUID id, PlaceId placeId, UUID topic) {
    String place = placeId.value().toString();
    return new PartnerEvent(
        type, place, "/v1/positions/" + id, place, topic.toString(), null, Audience.everybody());
  }

  private static List<PartnerEvent> changes(Mandate before, MandateEvent event) {
    if (!(Mandate.evolve(before, event) instanceof Opened after)) {
      return List.of();
    }
    @Nullable Opened known = before instanceof Opened opened ? opened : null;
    List<PartnerEvent> told = new ArrayList<>();
    String place = after.opening().placeId().value().toString();
    if (changesScope(known, after, event)) {
      told.add(
          new PartnerEvent(
              PartnerEvent.Type.GP_MANDATE_SCOPE_CHANGED,
              place,
              "/v1/mandates/" + after.id().value(),
              place,
              null,
              null,
              Audience.everybody()));
    }
    Map<String, Entry> was = directory(known);
    Map<String, Entry> is = directory(after);
    Set<String> topics = new LinkedHashSet<>(was.keySet());
    topics.addAll(is.keySet());
    for (String topic : topics) {
      if (!Objects.equals(was.get(topic), is.get(topic))) {
        told.add(
            new PartnerEvent(
                PartnerEvent.Type.GP_DIRECTORY_ENTRY_CHANGED,
                place,
                "/v1/who-can-agree?area=" + place + "&topic=" + topic,
                place,
                topic,
                null,
                Audience.everybody()));
      }
    }
    return told;
  }

  /** Whether it is another matter now what somebody may say and agree under it. */
  private static boolean changesScope(@Nullable Opened before, Opened after, MandateEvent event) {
    return switch (event) {
      case MandateOpened _ -> after.stage() instanceof Stage.InForce;
      case LifeEvent.MandateActivated _ -> true;
      // One that never came into force ends as quietly as it was asked for.
      case LifeEvent.MandateSuspended _,
          LifeEvent.SuspensionLifted _,
          LifeEvent.MandateExpired _,
          LifeEvent.MandateEnded _ ->
          before != null
              && (before.stage() instanceof Stage.InForce
                  || before.stage() instanceof Stage.Suspended);
      case DraftEvent _, ConsentEvent _, LifeEvent _, UseEvent _ -> false;
    };
  }

  /** Who may agree a topic, as the directory shows it to everybody. */
  private record Entry(
      @Nullable Holder holder,
      List<Holder> alternates,
      List<Table> tables,
      LocalDate end,
      @Nullable OrganisationId toConfirm) {}

  private static Map<String, Entry> directory(@Nullable Opened mandate) {
    if (mandate == null || !(mandate.stage() instanceof Stage.InForce)) {
      return Map.of();
    }
    @Nullable Terms terms = mandate.version().terms();
    Map<String, Entry> entries = new LinkedHashMap<>();
    if (terms == null) {
      MandateOpened opening = mandate.opening();
      entries.put(
          opening.topicId() == null ? opening.topic().value() : opening.topicId().toString(),
          new Entry(null, List.of(), List.of(), mandate.version().end(), mandate.toConfirm()));
      return entries;
    }
    for (ListedTopic topic : terms.topics()) {
      entries.put(
          topic.topicId().toString(),
          new Entry(
              terms.holder(),
              terms.alternates(),
              terms.tables(),
              terms.end(),
              mandate.toConfirm()));
    }
    return entries;
  }
}
