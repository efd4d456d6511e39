package uk.onevoice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;

/**
 * A decider's rules as sentences: given what happened, when this is asked, then that.
 *
 * <pre>{@code
 * mandate.given(GRANTED).when(new Revoke(ID, LATE)).thenRejected(new NotInForce(ID, LATE));
 * }</pre>
 *
 * Every sentence also holds the decider to being a function (the same question asked twice has one
 * answer) and to evolving what it accepts.
 *
 * @param <C> commands
 * @param <S> states
 * @param <E> events
 * @param <R> rejections
 */
public final class DeciderRules<C, S, E, R> {
  private final Decider<C, S, E, R> decider;

  private DeciderRules(Decider<C, S, E, R> decider) {
    this.decider = decider;
  }

  public static <C, S, E, R> DeciderRules<C, S, E, R> of(Decider<C, S, E, R> decider) {
    return new DeciderRules<>(decider);
  }

  /** What has happened so far, in this order; nothing for a new stream. */
  @SafeVarargs
  public final Given given(E... history) {
    return given(List.of(history));
  }

  /** What has happened so far, in this order. */
  public Given given(List<? extends E> history) {
    return new Given(decider.fold(history));
  }

  /**
   * Evolving never refuses, because the event has happened: each sample is applied to the initial
   * state and to every state two samples in a row lead to. Fails when an event type has no sample.
   */
  @SafeVarargs
  public final void evolvesEvery(Class<E> events, E... samples) {
    var sampled = List.of(samples).stream().<Class<?>>map(Object::getClass).toList();
    assertThat(SealedRecords.of(events)).as("events that have a sample").isSubsetOf(sampled);
    Set<S> states = Set.of(decider.initial());
    for (int step = 0; step < 3; step++) {
      Set<S> next = new LinkedHashSet<>();
      for (S state : states) {
        for (E sample : samples) {
          assertThatCode(() -> next.add(decider.fold(state, List.of(sample))))
              .as("%s after %s", sample, state)
              .doesNotThrowAnyException();
        }
      }
      states = next;
    }
  }

  /** A state that history led to. */
  public final class Given {
    private final S state;

    private Given(S state) {
      this.state = state;
    }

    /** The one question of this sentence. */
    public When when(C command) {
      Decision<E, R> decision = decider.decide().apply(command, state);
      assertThat(decider.decide().apply(command, state))
          .as("the same question asked again")
          .isEqualTo(decision);
      return new When(decision);
    }

    /** The state itself, where a rule is about what is known and not about what is allowed. */
    public void thenState(S expected) {
      assertThat(state).isEqualTo(expected);
    }
  }

  /** A question that has been answered. */
  public final class When {
    private final Decision<E, R> decision;

    private When(Decision<E, R> decision) {
      this.decision = decision;
    }

    /** Exactly these events, in this order; none means that it was so already. */
    @SafeVarargs
    public final void then(E... events) {
      assertThat(decision).isEqualTo(new Decision.Accepted<E, R>(List.of(events)));
      assertThatCode(() -> decider.fold(List.of(events))).doesNotThrowAnyException();
    }

    /** This rule said no. */
    public void thenRejected(R rejection) {
      assertThat(decision).isEqualTo(new Decision.Rejected<E, R>(rejection));
    }
  }
}
