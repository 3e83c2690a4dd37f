package se.fristad.statistics;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/// Exists where facts are told and where jobs run: staff tell them, and the job that destroys what
/// is due tells of conversations that nobody answered.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression(
    "'${fristad.faces}'.contains('staff') or '${fristad.faces}'.contains('jobs')")
@interface StaffOrJobs {}
