package uk.onevoice.web.api;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the organisations service answers about the topics and the forums of an ICS. */
public interface Lists {
  /**
   * A topic or a forum.
   *
   * @param end the first day on which it is no longer used, null while it is
   * @param resolvesTo which one is meant by whoever names this one
   * @param candidates of which one is meant, where it was split
   * @param level of a forum; null for a topic, as what follows is
   * @param names in one entry only, not in a list; so is the history
   */
  record Entry(
      @JsonAlias({"topicId", "forumId"}) String id,
      String icsId,
      String label,
      String labelNow,
      LocalDate start,
      @Nullable LocalDate end,
      String state,
      String resolvesTo,
      List<String> candidates,
      @Nullable String level,
      @Nullable String ownerId,
      @Nullable List<String> placeIds,
      @Nullable List<String> topicIds,
      @Nullable String remit,
      @Nullable List<Name> names,
      @Nullable List<Step> history) {
    public boolean inUse() {
      return state.equals("IN_USE");
    }
  }

  record Name(LocalDate from, String label) {}

  record Step(
      String type,
      @Nullable LocalDate on,
      @Nullable String label,
      List<String> into,
      Instant recordedAt,
      @Nullable String personId,
      @Nullable String byName,
      @Nullable String actingFor) {}

  record Listing(List<Entry> items, @Nullable String next) {}

  record NewTopic(String icsId, String label, LocalDate start) {}

  record NewForum(
      String icsId,
      String label,
      LocalDate start,
      String level,
      @Nullable String ownerId,
      List<String> placeIds,
      List<String> topicIds,
      @Nullable String remit) {}

  record ForumRevision(
      String level,
      @Nullable String ownerId,
      List<String> placeIds,
      List<String> topicIds,
      @Nullable String remit) {}

  record NewLabel(String label, LocalDate from) {}

  record Merger(String into, LocalDate on) {}

  record Splitting(List<String> into, LocalDate on) {}

  record Retirement(LocalDate on) {}
}
