package se.fristad.centre;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/// Reads the centre's facts from the configuration once, at start.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Centre.class)
class CentreConfiguration {}
