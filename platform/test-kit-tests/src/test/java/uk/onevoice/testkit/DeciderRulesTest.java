package uk.onevoice.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;

/** A door that opens and shuts, and doors that break what the kit promises to notice. */
class DeciderRulesTest {
  enum Command {
    OPEN,
    SHUT
  }

  enum Door {
    OPEN,
    SHUT
  }

  sealed interface DoorEvent {}

  record Opened() implements DoorEvent {}

  sealed interface Closing extends DoorEvent {}

  record Shut(boolean loudly) implements Closing {}

  record AlreadySo(Door door) {}

  private static final DeciderRules<Command, Door, DoorEvent, AlreadySo> door =
      DeciderRules.of(new Decider<>(Door.SHUT, DeciderRulesTest::decide, DeciderRulesTest::evolve));

  private static Decision<DoorEvent, AlreadySo> decide(Command command, Door door) {
    return switch (command) {
      case OPEN -> door == Door.OPEN ? reject(new AlreadySo(door)) : accept(new Opened());
      case SHUT -> door == Door.SHUT ? accept() : accept(new Shut(false));
    };
  }

  private static Door evolve(Door door, DoorEvent event) {
    return switch (event) {
      case Opened _ -> Door.OPEN;
      case Shut _ -> Door.SHUT;
    };
  }

  @Test
  void a_shut_door_can_be_opened() {
    door.given().when(Command.OPEN).then(new Opened());
    door.given(new Opened(), new Shut(true)).when(Command.OPEN).then(new Opened());
    door.given(List.of(new Opened())).thenState(Door.OPEN);
  }

  @Test
  void shutting_a_shut_door_changes_nothing() {
    door.given().when(Command.SHUT).then();
  }

  @Test
  void an_open_door_is_not_opened_again() {
    door.given(new Opened()).when(Command.OPEN).thenRejected(new AlreadySo(Door.OPEN));
  }

  @Test
  void another_answer_than_expected_fails() {
    assertThatThrownBy(() -> door.given().when(Command.OPEN).then(new Shut(false)))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> door.given().when(Command.OPEN).thenRejected(new AlreadySo(Door.SHUT)))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> door.given(new Opened()).thenState(Door.SHUT))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void a_decider_that_remembers_fails() {
    AtomicInteger asked = new AtomicInteger();
    DeciderRules<Command, Door, DoorEvent, AlreadySo> moody =
        DeciderRules.of(
            new Decider<>(
                Door.SHUT,
                (_, _) -> accept(new Shut(asked.getAndIncrement() > 0)),
                DeciderRulesTest::evolve));
    assertThatThrownBy(() -> moody.given().when(Command.SHUT))
        .hasMessageContaining("the same question asked again");
  }

  @Test
  void every_event_evolves_in_every_state() {
    door.evolvesEvery(DoorEvent.class, new Opened(), new Shut(true));
  }

  @Test
  void an_event_without_a_sample_fails() {
    assertThatThrownBy(() -> door.evolvesEvery(DoorEvent.class, new Opened()))
        .hasMessageContaining("Shut");
  }

  @Test
  void an_evolve_that_refuses_fails() {
    DeciderRules<Command, Door, DoorEvent, AlreadySo> stuck =
        DeciderRules.of(
            new Decider<>(
                Door.SHUT,
                DeciderRulesTest::decide,
                (state, event) -> {
                  if (state == Door.OPEN && event instanceof Opened) {
                    throw new IllegalStateException("open already");
                  }
                  return evolve(state, event);
                }));
    assertThatThrownBy(() -> stuck.evolvesEvery(DoorEvent.class, new Opened(), new Shut(true)))
        .hasMessageContaining("Opened");
  }
}
