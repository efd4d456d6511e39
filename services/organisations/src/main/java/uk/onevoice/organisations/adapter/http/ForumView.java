package uk.onevoice.organisations.adapter.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import uk.onevoice.organisations.adapter.http.ListHistory.Name;
import uk.onevoice.organisations.adapter.http.ListHistory.Step;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.controlled.Entry;
import uk.onevoice.organisations.domain.forum.ForumId;
import uk.onevoice.organisations.domain.forum.ForumLevel;
import uk.onevoice.organisations.domain.forum.ForumTerms;
import uk.onevoice.organisations.domain.forum.Forums;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.topic.TopicId;
import uk.onevoice.vault.VaultRef;

/**
 * A forum as it is on a day.
 *
 * @param label what it is called on that day
 * @param labelNow what it is called by the latest name that is known
 * @param end the first day on which it is no longer used, null while it is
 * @param resolvesTo the forum that is meant on that day by whoever names this one
 * @param candidates the forums of which one is meant, where it was split
 * @param ownerId the organisation that convenes it, null where that is not known
 * @param placeIds the places it is for; empty for the whole ICS
 * @param topicIds what it decides on
 * @param remit what it decides in words, null where nobody has written it
 */
record ForumView(
    ForumId forumId,
    OrganisationId icsId,
    String label,
    String labelNow,
    LocalDate start,
    @Nullable LocalDate end,
    EntryState state,
    ForumId resolvesTo,
    List<ForumId> candidates,
    ForumLevel level,
    @Nullable OrganisationId ownerId,
    List<PlaceId> placeIds,
    List<TopicId> topicIds,
    @Nullable String remit) {

  /** The same with how it came to be so, oldest first. */
  record Whole(@JsonUnwrapped ForumView forum, List<Name> names, List<Step> history) {}

  static ForumView of(
      Entry<ForumId> forum,
      OrganisationId ics,
      Forums list,
      Map<VaultRef, String> remits,
      LocalDate on) {
    ForumTerms terms = Objects.requireNonNull(list.terms().get(forum.id()));
    return new ForumView(
        forum.id(),
        ics,
        forum.labelOn(on).value(),
        forum.label().value(),
        forum.start(),
        forum.fate().end(),
        EntryState.of(forum, on),
        list.entries().resolve(forum.id(), on),
        list.entries().candidates(forum.id(), on),
        terms.level(),
        terms.ownerId(),
        terms.placeIds(),
        terms.topicIds(),
        terms.remitRef() == null ? null : remits.get(new VaultRef(terms.remitRef())));
  }
}
