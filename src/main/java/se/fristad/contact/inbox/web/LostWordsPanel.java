package se.fristad.contact.inbox.web;

import org.jspecify.annotations.Nullable;
import se.fristad.page.Shell;
import se.fristad.page.Tone;

/// How it stands with lost words, beside a conversation.
///
/// @param href the conversation's own address
/// @param made how it stands with new words that were asked for here; null when none were
/// @param otherHref the address of the conversation they lead to
/// @param renewal the wish; empty when nobody is to say yes to it
/// @param mayConfirm whether this viewer may say yes
/// @param of how it stands with new words to this conversation; null when nobody has asked
/// @param mayAsk whether this viewer may begin
public record LostWordsPanel(
    Shell shell,
    String href,
    @Nullable String made,
    Tone madeTone,
    @Nullable String otherHref,
    String renewal,
    boolean mayConfirm,
    @Nullable String of,
    Tone ofTone,
    boolean mayAsk) {}
