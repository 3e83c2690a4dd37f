package se.fristad.demonstration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/// There in a demonstration only, on the one node that has every face: the year is made by those
/// who write, by those who answer and by what falls due at night.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@ConditionalOnExpression(
    "${fristad.demonstration:false} and '${fristad.faces}'.contains('public') and '${fristad.faces}'.contains('jobs')")
@interface OnDemonstration {}
