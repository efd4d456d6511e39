package uk.onevoice.projection.representation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A mandate that practices may answer already and whose first day lies ahead, so that no measure
 * counts it yet.
 *
 * @param topicId the topic of the ICS's list that it is about on the day; null where it names none
 * @param topicLabel what that is called on the day
 */
record Coming(
    String mandateId,
    @Nullable String topicId,
    String topic,
    @Nullable String topicLabel,
    @Nullable String board,
    String holderId,
    LocalDate start,
    LocalDate end) {}
