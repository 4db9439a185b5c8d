<?php
/** Validates a page with the classes of Drupal that the module uses. argv: settings as JSON. Prints what came of it. */
namespace Symfony\Component\Validator {
    class Constraint {}
    class ConstraintValidator { public $context; }
}
namespace Symfony\Component\DependencyInjection { interface ContainerInterface {} }
namespace Symfony\Component\HttpFoundation { class RequestStack { public $request; public function getCurrentRequest() { return $this->request; } } }
namespace GuzzleHttp { interface ClientInterface {} }
namespace Psr\Log { interface LoggerInterface {} }
namespace Drupal\Core\DependencyInjection { interface ContainerInjectionInterface {} }
namespace Drupal\Core\Entity { interface EntityTypeManagerInterface {} }
namespace Drupal\Core\Messenger { interface MessengerInterface {} }
namespace Drupal\Core\Render { interface RendererInterface {} }
namespace Drupal\Core\Site { class Settings { public static array $all; public static function get($name, $default = null) { return self::$all[$name] ?? $default; } } }
namespace Drupal\Component\Utility { class Unicode { public static function truncate($it, $length) { return mb_substr($it, 0, $length); } } }
namespace Drupal\node { interface NodeInterface {} }
namespace {
    use Drupal\duidelijk\Plugin\Validation\Constraint\DuidelijkConstraint;
    use Drupal\duidelijk\Plugin\Validation\Constraint\DuidelijkConstraintValidator;

    require __DIR__ . '/http.php';
    $given = json_decode($argv[1], true);
    Drupal\Core\Site\Settings::$all = ['duidelijk_url' => $given['url'], 'duidelijk_token' => 'geheim', 'duidelijk_timeout' => 1, 'duidelijk_mode' => $given['mode'], 'duidelijk_department' => 'field_afdeling'];

    class Node implements Drupal\node\NodeInterface {
        public $in_preview, $value = 'Burgerzaken', $entity = null;
        public function __construct(public bool $published, public string $text) {}
        public function isPublished() { return $this->published; }
        public function label() { return 'Titel'; }
        public function isNew() { return false; }
        public function toUrl() { return $this; }
        public function toString() { return 'https://voorbeeld.nl/7/'; }
        public function hasField($name) { return $name === 'field_afdeling'; }
        public function get($name) { return $this; }
    }
    class Client implements GuzzleHttp\ClientInterface {
        public function request($method, $url, $with) {
            $headers = ['Content-Type' => 'application/json'] + $with['headers'];
            $this->answer = post_json($url, $headers, json_encode($with['json']), $with['timeout']);
            if ($this->answer[0] >= 400) {
                throw new RuntimeException("status {$this->answer[0]}");
            }
            return $this;
        }
        private array $answer;
        public function getStatusCode() { return $this->answer[0]; }
        public function getBody() { return $this->answer[1]; }
    }
    class Types implements Drupal\Core\Entity\EntityTypeManagerInterface {
        public function getViewBuilder() { return $this; }
        public function view($node) { return ['text' => $node->text]; }
    }
    class Renderer implements Drupal\Core\Render\RendererInterface { public function renderInIsolation($view) { return "<p>{$view['text']}</p>"; } }
    class Messenger implements Drupal\Core\Messenger\MessengerInterface { public string $words = ''; public function addWarning($words) { $this->words = $words; } }
    class Log implements Psr\Log\LoggerInterface { public array $lines = []; public function warning($words, $with = []) { $this->lines[] = strtr($words, $with); } }
    class Context { public string $words = ''; public function addViolation($words, $with) { $this->words = strtr($words, $with); } }

    require "{$given['plugin']}/duidelijk.module";
    require "{$given['plugin']}/src/Plugin/Validation/Constraint/DuidelijkConstraint.php";
    require "{$given['plugin']}/src/Plugin/Validation/Constraint/DuidelijkConstraintValidator.php";
    $requests = new Symfony\Component\HttpFoundation\RequestStack();
    $requests->request = new class($given['reason']) { public $request; public function __construct(private $reason) { $this->request = $this; } public function all() { return ['duidelijk_reden' => $this->reason]; } };
    $validator = new DuidelijkConstraintValidator(new Client(), $requests, new Types(), new Renderer(), $messenger = new Messenger(), $log = new Log());
    $validator->context = new Context();
    $validator->validate(new Node($given['status'] === 'publish', $given['text']), new DuidelijkConstraint());
    $stopped = $validator->context->words !== '';
    echo json_encode(['stopped' => $stopped, 'words' => $validator->context->words . $messenger->words, 'log' => $log->lines]);
}
