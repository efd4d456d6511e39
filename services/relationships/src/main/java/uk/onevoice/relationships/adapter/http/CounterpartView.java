package uk.onevoice.relationships.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.onevoice.relationships.adapter.store.Counterparts.Kept;
import uk.onevoice.relationships.adapter.store.Counterparts.Shown;
import uk.onevoice.relationships.domain.CounterpartRef;
import uk.onevoice.relationships.domain.Relationship;
import uk.onevoice.relationships.domain.RelationshipId;
import uk.onevoice.relationships.domain.Slot.Defined;
import uk.onevoice.relationships.domain.counterpart.Counterpart;
import uk.onevoice.relationships.domain.counterpart.Counterpart.Authority;
import uk.onevoice.relationships.domain.counterpart.Counterpart.EarlierRole;

/**
 * A person of the other side.
 *
 * @param shown why the rest is there, or null
 * @param lacksAuthority whether their role is known not to let them agree to anything
 * @param relationships the live ones that are with them
 */
record CounterpartView(
    CounterpartRef counterpartRef,
    Shown shown,
    @Nullable String name,
    @Nullable String roleTitle,
    @Nullable LocalDate inRoleSince,
    @Nullable String sitsOn,
    @Nullable String signsFor,
    @Nullable Authority authority,
    boolean lacksAuthority,
    @Nullable LocalDate checkedOn,
    List<EarlierRole> earlierRoles,
    boolean linked,
    List<RelationshipId> relationships) {

  static List<CounterpartView> of(
      List<CounterpartRef> counterparts, Map<CounterpartRef, Kept> kept, Defined slot) {
    return counterparts.stream()
        .map(each -> of(each, kept.getOrDefault(each, new Kept(Shown.GONE, null)), slot))
        .toList();
  }

  private static CounterpartView of(CounterpartRef counterpart, Kept kept, Defined slot) {
    @Nullable Counterpart known = kept.known();
    return new CounterpartView(
        counterpart,
        kept.shown(),
        known == null ? null : known.name(),
        known == null ? null : known.roleTitle(),
        known == null ? null : known.inRoleSince(),
        known == null ? null : known.sitsOn(),
        known == null ? null : known.signsFor(),
        known == null ? null : known.authority(),
        known != null && known.authority() == Authority.CANNOT_SIGN,
        known == null ? null : known.checkedOn(),
        known == null ? List.of() : known.earlierRoles(),
        slot.linked().contains(counterpart),
        slot.relationships().values().stream()
            .filter(Relationship::isLive)
            .filter(held -> held.counterparts().contains(counterpart))
            .map(Relationship::relationshipId)
            .toList());
  }
}
