package uk.onevoice.meetings.domain.briefing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.onevoice.meetings.domain.ItemId;
import uk.onevoice.meetings.domain.OrganisationId;

/**
 * Whom to ring before going in.
 *
 * <p>The rule: a partner organisation that is expected in the room, with which somebody of general
 * practice keeps in touch, and that has something still to settle with us: an item for which it
 * comes, on which we ask for something, and on which nothing that counts is agreed with it. Who was
 * spoken to longest ago comes first, who was never spoken to before all others: a call does most
 * where the line has gone cold. With equals, who has more to settle; then by their code, so that
 * the list does not jump.
 *
 * @param lastOn the last day both sides spoke, null for never
 * @param itemIds what is still to settle, in the order of the agenda
 */
public record Call(
    OrganisationId organisationId, @Nullable LocalDate lastOn, List<ItemId> itemIds) {
  public Call {
    itemIds = List.copyOf(itemIds);
  }

  /**
   * How general practice of the place keeps in touch with an organisation.
   *
   * @param lastOn the last day both sides spoke, null for never
   * @param holders how many keep in touch
   */
  public record Contact(@Nullable LocalDate lastOn, int holders) {}

  /**
   * @param agenda its items in order
   * @param contacts of the organisations that a slot of the place names
   * @param opens when the meeting begins
   * @param day of the meeting
   */
  public static List<Call> first(
      Briefing briefing,
      Collection<ItemId> agenda,
      Map<OrganisationId, Contact> contacts,
      Instant opens,
      LocalDate day) {
    List<Call> calls = new ArrayList<>();
    for (OrganisationId organisation : inTheRoom(briefing)) {
      Contact contact = contacts.get(organisation);
      if (contact == null || contact.holders() == 0) {
        continue;
      }
      List<ItemId> open =
          agenda.stream()
              .filter(item -> comesFor(briefing, organisation, item))
              .filter(item -> isOpen(briefing, organisation, item, opens, day))
              .toList();
      if (!open.isEmpty()) {
        calls.add(new Call(organisation, contact.lastOn(), open));
      }
    }
    calls.sort(
        Comparator.comparing(
                Call::lastOn, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(call -> -call.itemIds().size())
            .thenComparing(call -> call.organisationId().value()));
    return List.copyOf(calls);
  }

  private static Set<OrganisationId> inTheRoom(Briefing briefing) {
    return briefing.room().values().stream()
        .map(Briefing.Expected::organisationId)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean comesFor(Briefing briefing, OrganisationId organisation, ItemId item) {
    return briefing.room().values().stream()
        .filter(one -> one.organisationId().equals(organisation))
        .anyMatch(one -> one.itemIds().isEmpty() || one.itemIds().contains(item));
  }

  private static boolean isOpen(
      Briefing briefing, OrganisationId organisation, ItemId item, Instant opens, LocalDate day) {
    Briefing.Note note = briefing.notes().get(item);
    return note != null
        && note.askRef() != null
        && briefing.talksOn(item).stream()
            .noneMatch(
                talk -> talk.organisationId().equals(organisation) && talk.counts(opens, day));
  }
}
