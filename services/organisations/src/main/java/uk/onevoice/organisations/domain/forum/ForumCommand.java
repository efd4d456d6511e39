package uk.onevoice.organisations.domain.forum;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.kernel.Period;
import uk.onevoice.organisations.domain.OrganisationId;
import uk.onevoice.organisations.domain.place.PlaceId;
import uk.onevoice.organisations.domain.topic.TopicId;

/** Wishes about the forums of an ICS. */
public sealed interface ForumCommand {
  /**
   * What the registry knows of what a wish names.
   *
   * @param owner whether it is registered, or none is named
   * @param places those that lie in the ICS
   * @param topics those of the ICS's list
   */
  record Known(boolean owner, Set<PlaceId> places, Set<TopicId> topics) {
    public Known {
      places = Set.copyOf(places);
      topics = Set.copyOf(topics);
    }
  }

  /**
   * @param icbOpen when {@code ics} is open; null where the registry does not know it as an ICB
   */
  record RegisterForum(
      ForumId id,
      OrganisationId ics,
      @Nullable Period icbOpen,
      Label label,
      LocalDate start,
      ForumTerms terms,
      Known known,
      LocalDate today)
      implements ForumCommand {}

  record ReviseForum(ForumId id, OrganisationId ics, ForumTerms terms, Known known)
      implements ForumCommand {}

  record RenameForum(ForumId id, OrganisationId ics, Label label, LocalDate from, LocalDate today)
      implements ForumCommand {}

  record MergeForum(ForumId id, OrganisationId ics, ForumId into, LocalDate on, LocalDate today)
      implements ForumCommand {}

  /**
   * Goes on in the list of an ICB that followed this one.
   *
   * @param into a forum of that list
   */
  record PassOnForum(ForumId id, OrganisationId ics, ForumId into, LocalDate on, LocalDate today)
      implements ForumCommand {}

  /**
   * @param parts the forums that come of it, with their names; they begin with the terms of what is
   *     split
   */
  record SplitForum(
      ForumId id, OrganisationId ics, Map<ForumId, Label> parts, LocalDate on, LocalDate today)
      implements ForumCommand {
    public SplitForum {
      parts = new LinkedHashMap<>(parts);
    }
  }

  record CloseForum(ForumId id, OrganisationId ics, LocalDate on, LocalDate today)
      implements ForumCommand {}

  record ReopenForum(ForumId id, OrganisationId ics) implements ForumCommand {}
}
