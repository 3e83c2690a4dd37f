package se.fristad.contact;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The times of the conversations that a centre may set: `fristad.contact.answering`.
///
/// @param answering how long the person has to say no before somebody of another competence comes
///   in
@ConfigurationProperties("fristad.contact")
record Times(@DefaultValue("2m") Duration answering) {
  Times {
    if (answering.isNegative() || answering.compareTo(Duration.ofMinutes(1)) < 0) {
      throw new IllegalArgumentException("fristad.contact.answering: a minute at least");
    }
  }
}
