package uk.onevoice.service.counters;

import static uk.onevoice.kernel.Decision.accept;
import static uk.onevoice.kernel.Decision.reject;

import uk.onevoice.kernel.Decider;
import uk.onevoice.kernel.Decision;

/** Counts up to a hundred thousand. */
public sealed interface Counter {
  Decider<Command, Counter, Event, Rejection> DECIDER =
      new Decider<>(new Absent(), Counter::decide, Counter::evolve);

  record Absent() implements Counter {}

  record Counting(long total) implements Counter {}

  sealed interface Command {}

  record Start(String label) implements Command {}

  record Add(int amount) implements Command {}

  sealed interface Event {}

  record CounterStarted(String label) implements Event {}

  record AmountAdded(int amount) implements Event {}

  sealed interface Rejection {}

  record NotStarted() implements Rejection {}

  record AlreadyStarted() implements Rejection {}

  static Decision<Event, Rejection> decide(Command command, Counter counter) {
    return switch (command) {
      case Start(var label) ->
          switch (counter) {
            case Absent _ -> accept(new CounterStarted(label));
            case Counting _ -> reject(new AlreadyStarted());
          };
      case Add(var amount) ->
          switch (counter) {
            case Counting _ -> accept(new AmountAdded(amount));
            case Absent _ -> reject(new NotStarted());
          };
    };
  }

  static Counter evolve(Counter counter, Event event) {
    return switch (event) {
      case CounterStarted _ -> new Counting(0);
      case AmountAdded(var amount) ->
          counter instanceof Counting(var total) ? new Counting(total + amount) : counter;
    };
  }
}
