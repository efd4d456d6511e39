package uk.onevoice.mandates.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What practices are asked for.
 *
 * @param tables where it holds; none for every table
 * @param alternates who stands in for the holder
 * @param briefingDays by how many days before a meeting practices are briefed
 * @param reportBackDays within how many days after it the holder reports back
 * @param end the first day after the last
 * @param grantors who of the place is asked; null for all its practices
 */
public record Terms(
    List<ListedTopic> topics,
    List<Table> tables,
    Holder holder,
    List<Holder> alternates,
    List<Limit> limits,
    Threshold threshold,
    int briefingDays,
    int reportBackDays,
    LocalDate start,
    LocalDate end,
    @Nullable Grantors grantors) {
  public Terms {
    topics = List.copyOf(topics);
    tables = List.copyOf(tables);
    alternates = List.copyOf(alternates);
    limits = List.copyOf(limits);
    if (topics.isEmpty()) {
      throw new IllegalArgumentException("A mandate is about at least one topic.");
    }
    if (briefingDays < 0 || reportBackDays < 0) {
      throw new IllegalArgumentException("Duties are kept within 0 or more days.");
    }
  }

  /** Whether somebody who holds these roles speaks under it: as its holder, or standing in. */
  public boolean speaks(Collection<Holder.Held> held) {
    return holder.isAmong(held) || alternates.stream().anyMatch(other -> other.isAmong(held));
  }

  boolean hasTopic(UUID topicId) {
    return topics.stream().anyMatch(topic -> topic.topicId().equals(topicId));
  }

  boolean hasTable(UUID forumId) {
    return tables.stream().anyMatch(table -> table.forumId().equals(forumId));
  }

  Optional<Limit> limit(UUID textRef) {
    return limits.stream().filter(limit -> limit.textRef().equals(textRef)).findFirst();
  }

  Terms withAlternates(List<Holder> others) {
    return new Terms(
        topics,
        tables,
        holder,
        others,
        limits,
        threshold,
        briefingDays,
        reportBackDays,
        start,
        end,
        grantors);
  }

  Terms during(LocalDate from, LocalDate until) {
    return new Terms(
        topics,
        tables,
        holder,
        alternates,
        limits,
        threshold,
        briefingDays,
        reportBackDays,
        from,
        until,
        grantors);
  }
}
