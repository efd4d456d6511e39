package uk.onevoice.organisations.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.PartnerEvent;
import uk.onevoice.kernel.PartnerEvent.Audience;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.affiliation.AffiliationKind;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationCorrected;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationEnded;
import uk.onevoice.organisations.domain.affiliation.AffiliationsEvent.AffiliationStarted;
import uk.onevoice.organisations.domain.place.Place;
import uk.onevoice.organisations.domain.place.Place.Defined;
import uk.onevoice.organisations.domain.place.PlaceEvent;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceClosed;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceDefined;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceMerged;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceMoved;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceReopened;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceRevised;
import uk.onevoice.organisations.domain.place.PlaceEvent.PlaceStartCorrected;
import uk.onevoice.organisations.domain.place.PlaceId;

/**
 * What partners are told of the registry: what belongs to what, and places, which everybody may
 * know. Of people, roles, leadership groups, imports and systems nothing is told.
 */
public final class PartnerLanguage {
  /** To raise when the same events would be told otherwise. */
  public static final int EDITION = 1;

  private PartnerLanguage() {}

  /** What was so before makes no difference. */
  public static List<PartnerEvent> of(AffiliationsEvent event) {
    return switch (event) {
      case AffiliationStarted started ->
          List.of(affiliation(started.memberId(), started.kind(), started.parentId()));
      case AffiliationEnded ended ->
          List.of(affiliation(ended.memberId(), ended.kind(), ended.parentId()));
      case AffiliationCorrected corrected ->
          List.of(affiliation(corrected.memberId(), corrected.kind(), corrected.parentId()));
    };
  }

  public static List<PartnerEvent> of(Place before, PlaceEvent event) {
    return switch (event) {
      case PlaceDefined(var id, var ics, _, _, _) -> List.of(place(id, ics));
      case PlaceMoved(var id, var ics, _) -> List.of(place(id, ics));
      case PlaceStartCorrected(var id, _, var ics) -> List.of(place(id, ics));
      case PlaceRevised(var id, _, _) -> place(id, before);
      case PlaceClosed(var id, _) -> place(id, before);
      case PlaceMerged(var id, _, _) -> place(id, before);
      case PlaceReopened(var id) -> place(id, before);
    };
  }

  private static PartnerEvent affiliation(
      OrganisationId member, AffiliationKind kind, String parent) {
    @Nullable String place =
        switch (kind) {
          case PLACE, NEIGHBOURHOOD -> parent;
          case PCN_CORE, FEDERATION, LMC, COMMISSIONED_BY, GEOGRAPHY -> null;
        };
    return new PartnerEvent(
        PartnerEvent.Type.ORG_AFFILIATION_CHANGED,
        member.value(),
        "/v1/organisations/" + member.value(),
        place,
        null,
        null,
        Audience.everybody());
  }

  private static List<PartnerEvent> place(PlaceId id, Place before) {
    return before instanceof Defined known
        ? List.of(place(id, known.ics().lastEntry().getValue()))
        : List.of();
  }

  private static PartnerEvent place(PlaceId placeId, OrganisationId ics) {
    String id = placeId.value().toString();
    return new PartnerEvent(
        PartnerEvent.Type.PLACE_CHANGED,
        id,
        "/v1/organisations/places/" + id,
        id,
        null,
        ics.value(),
        Audience.everybody());
  }
}
