package uk.onevoice.mandates.adapter.http;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.onevoice.kernel.Label;
import uk.onevoice.mandates.domain.Grantors;
import uk.onevoice.mandates.domain.Holder;
import uk.onevoice.mandates.domain.Limit;
import uk.onevoice.mandates.domain.Terms;
import uk.onevoice.mandates.domain.Threshold;
import uk.onevoice.mandates.domain.Topic;

/**
 * What practices are asked for, as this caller may see it.
 *
 * @param limits null when they are not for this caller, as are the threshold and the grantors
 */
record TermsView(
    List<TopicView> topics,
    List<TableView> tables,
    Holder holder,
    List<Holder> alternates,
    @Nullable List<LimitView> limits,
    @Nullable Threshold threshold,
    int briefingDays,
    int reportBackDays,
    LocalDate start,
    LocalDate end,
    @Nullable Grantors grantors) {
  record TopicView(UUID topicId, Topic topic, @Nullable String topicNow) {}

  record TableView(UUID forumId, Label label, @Nullable String labelNow) {}

  /**
   * @param text null where the words were erased or are restricted
   */
  record LimitView(UUID limitId, Limit.Kind kind, @Nullable String text) {}

  static TermsView of(Terms terms, MandateLists lists, @Nullable Map<UUID, String> words) {
    return new TermsView(
        terms.topics().stream()
            .map(topic ->
                new TopicView(topic.topicId(), topic.topic(), lists.labelNow(topic.topicId())))
            .toList(),
        terms.tables().stream()
            .map(table ->
                new TableView(table.forumId(), table.label(), lists.forumNow(table.forumId())))
            .toList(),
        terms.holder(),
        terms.alternates(),
        words == null ? null : limits(terms, words),
        words == null ? null : terms.threshold(),
        terms.briefingDays(),
        terms.reportBackDays(),
        terms.start(),
        terms.end(),
        words == null ? null : terms.grantors());
  }

  static List<LimitView> limits(Terms terms, Map<UUID, String> words) {
    return terms.limits().stream()
        .map(limit -> new LimitView(limit.textRef(), limit.kind(), words.get(limit.textRef())))
        .toList();
  }

  static List<UUID> refs(Terms terms) {
    return terms.limits().stream().map(Limit::textRef).toList();
  }
}
