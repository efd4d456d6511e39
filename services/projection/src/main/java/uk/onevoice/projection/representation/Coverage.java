package uk.onevoice.projection.representation;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** M1: per topic and table, the four answers of the place's practices. */
record Coverage(List<Topic> topics) implements Measure.Detail {
  /** Fewer practices on one side of a share would let patients be traced to a practice. */
  private static final int FEWEST_PRACTICES = 5;

  /** Without patients. */
  Coverage withoutPatients() {
    return new Coverage(topics.stream().map(Topic::withoutPatients).toList());
  }

  /** Without the share of patients of what is left out of the share of one of these parts. */
  Coverage lessThan(List<Coverage> parts) {
    return new Coverage(
        topics.stream()
            .map(topic ->
                parts.stream()
                        .flatMap(part -> part.topics().stream())
                        .anyMatch(one -> one.isOf(topic) && one.patientsPercent() == null)
                    ? topic.withoutPatients()
                    : topic)
            .toList());
  }

  /**
   * The practices that gave one answer.
   *
   * @param patients theirs, as far as known; null when of none of them
   * @param unknown those without a list size for the month
   */
  record Class(int practices, @Nullable Long patients, int unknown) {}

  /**
   * @param topicId of the ICS's list, the one in which merged topics went on; null for own words
   * @param topicLabel what the listed topic is called on the day
   * @param mandateIds the mandates that are counted
   * @param board the table the mandates are for, null when they are for every table
   * @param contested whether practices of the place are asked for two holders
   * @param numerator practices that granted
   * @param denominator practices of the place
   * @param unknown practices without a list size for the month, left out of patients
   * @param patients registered patients of the practices; null where that would tell who answered
   *     what, and where no list size is known
   * @param practicesPercent null when the place has no practices
   * @param patientsPercent null where withheld, and where no patients are known
   */
  record Topic(
      @Nullable String topicId,
      String topic,
      @Nullable String topicLabel,
      @Nullable String board,
      List<String> mandateIds,
      boolean contested,
      int numerator,
      int denominator,
      int unknown,
      Split<Integer> practices,
      @Nullable Split<Long> patients,
      @Nullable Split<Integer> practicesPercent,
      @Nullable Split<Integer> patientsPercent) {

    /**
     * What the audience may see of a topic.
     *
     * @param asked what about, at which table, and by which mandates
     * @param four in the order granted, conditional, declined, not answered
     */
    static Topic of(Asked asked, boolean contested, List<Class> four, Audience audience) {
      int granted = four.getFirst().practices();
      int whole = four.stream().mapToInt(Class::practices).sum();
      boolean traceable = granted < FEWEST_PRACTICES || whole - granted < FEWEST_PRACTICES;
      Split<Integer> practices = Split.of(four.stream().map(Class::practices).toList());
      @Nullable Split<Integer> practicesPercent =
          percents(four.stream().mapToLong(Class::practices).toArray());
      @Nullable Split<Integer> patientsPercent = patientsPercent(four);
      boolean answers = audience.sees(Part.ANSWERS);
      boolean ofPatients = audience.sees(Part.PATIENTS);
      return new Topic(
          asked.topicId(),
          asked.topic(),
          asked.topicLabel(),
          asked.board(),
          asked.mandateIds(),
          contested,
          granted,
          whole,
          four.stream().mapToInt(Class::unknown).sum(),
          answers ? practices : practices.grantedOnly(),
          ofPatients ? patients(four) : null,
          answers ? practicesPercent : grantedOnly(practicesPercent),
          ofPatients ? patientsPercent : traceable ? null : grantedOnly(patientsPercent));
    }

    /** Whether it is about the same, at the same table. */
    boolean isOf(Topic other) {
      return topic.equals(other.topic)
          && Objects.equals(topicId, other.topicId)
          && Objects.equals(board, other.board);
    }

    private Topic withoutPatients() {
      return new Topic(
          topicId,
          topic,
          topicLabel,
          board,
          mandateIds,
          contested,
          numerator,
          denominator,
          unknown,
          practices,
          null,
          practicesPercent,
          null);
    }

    private static @Nullable Split<Long> patients(List<Class> four) {
      return four.stream().allMatch(one -> one.patients() == null)
          ? null
          : Split.of(four.stream().map(Class::patients).toList());
    }

    private static @Nullable Split<Integer> patientsPercent(List<Class> four) {
      @Nullable Split<Integer> known =
          percents(
              four.stream()
                  .mapToLong(one -> Objects.requireNonNullElse(one.patients(), 0L))
                  .toArray());
      return known == null
          ? null
          : new Split<>(
              four.get(0).patients() == null ? null : known.granted(),
              four.get(1).patients() == null ? null : known.conditional(),
              four.get(2).patients() == null ? null : known.declined(),
              four.get(3).patients() == null ? null : known.notAnswered());
    }

    private static @Nullable Split<Integer> percents(long[] four) {
      int @Nullable [] percents = Percents.of(four);
      return percents == null ? null : Split.of(Arrays.stream(percents).boxed().toList());
    }

    private static @Nullable Split<Integer> grantedOnly(@Nullable Split<Integer> split) {
      return split == null ? null : split.grantedOnly();
    }
  }

  /** What practices are asked about together. */
  record Asked(
      @Nullable String topicId,
      String topic,
      @Nullable String topicLabel,
      @Nullable String board,
      List<String> mandateIds) {}

  /** Answers; all four make the whole. Null is withheld or not known. */
  record Split<N>(
      @Nullable N granted, @Nullable N conditional, @Nullable N declined, @Nullable N notAnswered) {
    static <N> Split<N> of(List<? extends @Nullable N> four) {
      return new Split<>(four.get(0), four.get(1), four.get(2), four.get(3));
    }

    /** Only what a mandate covers, not who said no. */
    Split<N> grantedOnly() {
      return new Split<>(granted, null, null, null);
    }
  }
}
