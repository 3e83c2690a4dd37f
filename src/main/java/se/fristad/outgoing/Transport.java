package se.fristad.outgoing;

/// A way out of the house. Sealed: whoever adds one adds it here, where each takes a
/// [Decision.Allowed] and nothing less. There is no gateway for text messages and no mail server:
/// what is not there is offered to nobody.
public sealed interface Transport permits CallTask, LetterTask {
  /// By what it reaches her.
  Channel channel();
}
