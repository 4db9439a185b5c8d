<?php

declare(strict_types=1);

namespace Drupal\duidelijk\Plugin\Validation\Constraint;

use Drupal\Component\Utility\Unicode;
use Drupal\Core\DependencyInjection\ContainerInjectionInterface;
use Drupal\Core\Entity\EntityTypeManagerInterface;
use Drupal\Core\Messenger\MessengerInterface;
use Drupal\Core\Render\RendererInterface;
use Drupal\Core\Site\Settings;
use Drupal\node\NodeInterface;
use GuzzleHttp\ClientInterface;
use Psr\Log\LoggerInterface;
use Symfony\Component\DependencyInjection\ContainerInterface;
use Symfony\Component\HttpFoundation\RequestStack;
use Symfony\Component\Validator\Constraint;
use Symfony\Component\Validator\ConstraintValidator;

/**
 * Asks the server of duidelijk. Whatever goes wrong, the page may be published.
 *
 * Settings, in settings.php: duidelijk_url, duidelijk_token, duidelijk_timeout (seconds), duidelijk_mode
 * ('adviseren' or 'tegenhouden') and duidelijk_department (the field with the name of the department).
 */
class DuidelijkConstraintValidator extends ConstraintValidator implements ContainerInjectionInterface {

  public function __construct(
    private readonly ClientInterface $http,
    private readonly RequestStack $requests,
    private readonly EntityTypeManagerInterface $types,
    private readonly RendererInterface $renderer,
    private readonly MessengerInterface $messenger,
    private readonly LoggerInterface $log,
  ) {}

  public static function create(ContainerInterface $container): static {
    return new static(
      $container->get('http_client'),
      $container->get('request_stack'),
      $container->get('entity_type.manager'),
      $container->get('renderer'),
      $container->get('messenger'),
      $container->get('logger.factory')->get('duidelijk'),
    );
  }

  public function validate(mixed $value, Constraint $constraint): void {
    if (!$value instanceof NodeInterface || !$value->isPublished()) {
      return;
    }
    $answer = $this->ask($value);
    if ($answer === NULL) {
      $this->messenger->addWarning('De tekst is niet gecontroleerd: de server voor de controle gaf geen antwoord.');
    }
    elseif (!$answer['publiceerbaar'] && Settings::get('duidelijk_mode', 'adviseren') === 'tegenhouden') {
      $this->context->addViolation($constraint->message, ['@words' => $this->words($answer)]);
    }
    elseif (!$answer['publiceerbaar']) {
      $this->messenger->addWarning('Deze pagina kan duidelijker. ' . $this->words($answer));
    }
  }

  /**
   * What the server says, or NULL when it could not be asked. Nothing of the text goes to the log.
   */
  private function ask(NodeInterface $node): ?array {
    try {
      $response = $this->http->request('POST', rtrim(Settings::get('duidelijk_url', 'http://127.0.0.1:8081'), '/') . '/v1/controles', [
        'json' => $this->question($node),
        'headers' => array_filter(['Authorization' => Settings::get('duidelijk_token', '') ? 'Bearer ' . Settings::get('duidelijk_token') : '']),
        'timeout' => Settings::get('duidelijk_timeout', 3),
        'connect_timeout' => Settings::get('duidelijk_timeout', 3),
        'allow_redirects' => FALSE,
      ]);
      $answer = json_decode((string) $response->getBody(), TRUE);
      if ($response->getStatusCode() === 200 && is_bool($answer['publiceerbaar'] ?? NULL)) {
        return $answer;
      }
    }
    catch (\Throwable $problem) {
      $this->log->warning('Not checked: @kind', ['@kind' => $problem::class]);
      return NULL;
    }
    $this->log->warning('Not checked: the answer could not be read');
    return NULL;
  }

  /**
   * The page as visitors see it, where it will be, the department, and the reason to publish it all the same.
   */
  private function question(NodeInterface $node): array {
    $shown = clone $node;
    $shown->in_preview = TRUE;
    $view = $this->types->getViewBuilder('node')->view($shown, 'full');
    $html = '<main><h1>' . htmlspecialchars((string) $node->label()) . '</h1>' . $this->renderer->renderInIsolation($view) . '</main>';
    $request = $this->requests->getCurrentRequest();
    $field = Settings::get('duidelijk_department', '');
    $department = $field && $node->hasField($field) ? (string) ($node->get($field)->entity?->label() ?? $node->get($field)->value) : '';
    $reason = $request?->request->all()['duidelijk_reden'] ?? '';
    return array_filter([
      'html' => $html,
      'bron' => $node->isNew() ? ($request?->getSchemeAndHttpHost() ?? 'drupal') . '/' : $node->toUrl('canonical', ['absolute' => TRUE])->toString(),
      'soort' => 'web',
      'afdeling' => $department,
      'reden' => is_string($reason) && in_array($reason, DUIDELIJK_REASONS, TRUE) ? $reason : '',
    ]);
  }

  /**
   * The reasons, and the first findings that stop the page.
   */
  private function words(array $answer): string {
    $words = $answer['redenen'] ?? [];
    $findings = array_filter($answer['bevindingen'] ?? [], fn(array $found) => !empty($found['tegenhoudend']));
    foreach (array_slice($findings, 0, 5) as $found) {
      $words[] = '“' . Unicode::truncate($found['tekst'] ?? '', 80, TRUE, TRUE) . '”: ' . ($found['melding'] ?? '');
    }
    return implode(' ', $words);
  }

}
