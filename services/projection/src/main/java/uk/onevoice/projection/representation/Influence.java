package uk.onevoice.projection.representation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * M7: what became of the items of the last 365 days that general practice attended and that have an
 * outcome.
 *
 * @param counts items by code: CHANGED and PARTLY only once somebody else confirmed them, until
 *     then UNCONFIRMED
 * @param itemsAttended relevant items with an outcome where general practice was present
 * @param itemsWithoutAttendance items with an outcome where nobody's presence is recorded
 * @param assessedPercent of the items attended; null when there are none
 * @param influenced a share only from ten assessed items and seven tenths assessed
 * @param withoutInfluence likewise
 */
record Influence(
    Map<String, Integer> counts,
    int itemsAttended,
    int itemsWithoutAttendance,
    @Nullable Integer assessedPercent,
    @Nullable Share influenced,
    @Nullable Share withoutInfluence)
    implements Measure.Detail {}
